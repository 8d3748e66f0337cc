using Voltloop.Core.Identities;

namespace Voltloop.Health.Importing;

/// <summary>Who a table is about.</summary>
/// <param name="Thing">The cell.</param>
/// <param name="Model">Its model; <c>null</c> when nobody said.</param>
/// <param name="Label">Short name for people.</param>
internal sealed record Identity(ThingId Thing, ThingId? Model, string Label);
