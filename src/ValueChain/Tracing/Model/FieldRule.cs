using System.Text.Json;

namespace Voltloop.Tracing.Model;

/// <summary>Checks the value of one field and reports what is wrong.</summary>
internal delegate void FieldRule(EventCheck check, JsonElement value);
