namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>A field has, or has not, a value. In the table: <c>electrode=cathode</c> or <c>route!=dry</c>.</summary>
/// <param name="Field">Name without prefix.</param>
/// <param name="Value">Value.</param>
/// <param name="Negated">True when the field must not have it; a field that is not there has not.</param>
internal sealed record KeyEventCondition(string Field, string Value, bool Negated)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds(string? stated) => string.Equals(stated, Value, StringComparison.Ordinal) != Negated;

    /// <summary>Reads a cell; <c>null</c> when it is empty.</summary>
    public static KeyEventCondition? Read(string text) => text.Split('=', 2) switch
    {
        [var field, var value] => new KeyEventCondition(field.TrimEnd('!'), value, field.EndsWith('!')),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Field} {(Negated ? "is not" : "is")} {Value}";
}
