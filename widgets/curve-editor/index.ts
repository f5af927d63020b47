import { mount } from "../kit/mount.ts";
import { CurveEditorElement } from "./element.ts";

export default mount(CurveEditorElement);
