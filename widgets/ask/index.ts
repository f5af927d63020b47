import { mount } from "../kit/mount.ts";
import { AskElement } from "./element.ts";

export default mount(AskElement);
