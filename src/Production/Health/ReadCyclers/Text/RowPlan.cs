namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>How rows are taken apart.</summary>
/// <param name="Delimiter">What separates fields.</param>
/// <param name="Fields">Fields that every row has.</param>
/// <param name="Wanted">Fields to keep, by their place.</param>
internal sealed record RowPlan(byte Delimiter, int Fields, IReadOnlyList<RowField> Wanted)
{
    /// <summary>True when rows end with a delimiter, which the last row of a file may lack.</summary>
    public bool EndsWithDelimiter { get; init; }

    /// <summary>True when only an empty field is no value; else also the words that cyclers write for none.</summary>
    public bool IsStrict { get; init; }

    /// <summary>True when numbers have a decimal comma.</summary>
    public bool HasDecimalComma { get; init; }
}
