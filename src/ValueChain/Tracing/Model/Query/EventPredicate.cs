using System.Text.Json;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Tracing.Model.Query;

/// <summary>Whether an event meets one condition of a query.</summary>
/// <param name="captured">The event.</param>
/// <param name="names">Prefixes that hold for it.</param>
internal delegate bool EventPredicate(JsonElement captured, EventNamespaces names);
