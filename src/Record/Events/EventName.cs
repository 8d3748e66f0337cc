namespace Voltloop.Record.Events;

/// <summary>A name in an event, in its canonical form, with the fields it stands in.</summary>
/// <param name="Name">GS1 Digital Link where the name is a GS1 key, otherwise as captured.</param>
/// <param name="Roles">Fields.</param>
public readonly record struct EventName(string Name, EventRoles Roles);
