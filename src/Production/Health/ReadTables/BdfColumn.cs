namespace Voltloop.Health.ReadTables;

/// <summary>A column that the Battery Data Format defines.</summary>
/// <param name="Name">Machine-readable name, for example <c>voltage_volt</c>.</param>
/// <param name="Quantity">The name without its unit.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="ReplacedBy">Name to use instead when the column is deprecated; <c>null</c> otherwise.</param>
internal sealed record BdfColumn(string Name, string Quantity, string Unit, string? ReplacedBy = null);
