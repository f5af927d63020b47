/** The class of a widget: `histogram-range` → `HistogramRange`. */
export function className(widget: string): string {
  return widget
    .split("-")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}

/** The name that an instance gets when none is told: `histogram-range` → `histogram_range`. */
export function objectName(widget: string): string {
  return widget.replaceAll("-", "_");
}

/** Whether `name` is an attribute that every widget has, its own front end included. */
export const isTaken = (name: string): boolean => ATTRIBUTES.has(name) || PRIVATE.has(name);

/** Whether `name`, which is snake_case, is a keyword of Python. */
export const isKeyword = (name: string): boolean => KEYWORDS.has(name);

/** Why `name` cannot be a trait, with what to do; undefined when it can. */
export function traitNameProblem(name: string): string | undefined {
  if (KEYWORDS.has(name)) return `the trait "${name}" is a keyword of Python. Choose another name.`;
  if (ATTRIBUTES.has(name)) {
    return `the trait "${name}" would hide an attribute of anywidget.AnyWidget. Choose another name.`;
  }
  if (name.length > 40) return `the trait "${name}" has ${name.length} characters. Choose a name of at most 40.`;
  return undefined;
}

/** Python's keywords that are snake_case, of 3.10 to 3.14; soft ones are no trouble. */
const KEYWORDS = new Set(
  `and as assert async await break class continue def del elif else except finally for from global if import in is
  lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
);

/** Public attributes of `anywidget.AnyWidget` instances (anywidget 0.9.18 to 0.11, ipywidgets 8, traitlets 5). */
const ATTRIBUTES = new Set(
  `add_class add_traits blur class_own_trait_events class_own_traits class_trait_names class_traits close close_all
  comm cross_validation_lock focus get_manager_state get_state get_view_spec handle_comm_opened
  handle_control_comm_opened has_trait hold_sync hold_trait_notifications keys layout log model_id notify_change
  observe on_msg on_trait_change on_widget_constructed open remove_class send send_state set_state set_trait
  setup_instance tabbable tooltip trait_defaults trait_events trait_has_value trait_metadata trait_names trait_values
  traits unobserve unobserve_all widget_types widgets`.split(/\s+/),
);

/** The private ones, which a method must not hide either. */
const PRIVATE = new Set(
  `_active_widgets _add_notifiers _all_trait_default_generators _anywidget_commands _anywidget_id
  _call_widget_constructed _comm_changed _compare _control_comm _cross_validation_lock _css _default_keys
  _descriptors _dom_classes _esm _gen_repr_from_keys _get_embed_state _get_trait_default_generator
  _handle_control_comm_msg _handle_custom_msg _handle_msg _holding_sync _instance_inits _is_numpy _lock_property
  _log_default _model_id _model_module _model_module_version _model_name _msg_callbacks _notify_observers
  _notify_trait _property_lock _register_validator _remove_notifiers _repr_keys _repr_mimebundle_ _send
  _should_send_property _states_to_send _static_immutable_initial_values _trait_default_generators _trait_from_json
  _trait_notifiers _trait_to_json _trait_validators _trait_values _traits _view_count _view_module
  _view_module_version _view_name _widget_construction_callback _widget_types`.split(/\s+/),
);
