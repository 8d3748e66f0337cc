namespace Voltloop.Health.ReadCyclers;

/// <summary>What a column of a vendor means.</summary>
/// <param name="Quantity">The BDF quantity, for example <c>test_time</c>; <see cref="Word"/> for the kind of step in words.</param>
/// <param name="Unit">Unit when the header has none that is understood; <c>null</c> when the header must say it.</param>
/// <param name="Kind">How its fields are written.</param>
internal sealed record VendorColumn(string Quantity, string? Unit = null, FieldKind Kind = FieldKind.Number)
{
    /// <summary>Quantity of a column that names the kind of step.</summary>
    public const string Word = "step_type";
}
