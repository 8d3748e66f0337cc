namespace Voltloop.Record.Events;

/// <summary>One of several names, in one of several fields.</summary>
/// <param name="Any">Names, canonical. A name that ends in <c>*</c> stands for all that begin so; <c>?</c> for one character.</param>
/// <param name="Roles">Fields.</param>
public sealed record EventNames(IReadOnlyList<string> Any, EventRoles Roles);
