namespace Voltloop.Health.ImportTimeSeries;

/// <summary>What a witness of the sign of current saw.</summary>
/// <param name="Witness">Who, in words.</param>
/// <param name="Agree">Rows in which current has the BDF sign.</param>
/// <param name="Disagree">Rows in which it has the other.</param>
/// <param name="FirstLine">First line with the other sign; 0 for none.</param>
internal sealed record SignVerdict(string Witness, int Agree, int Disagree, int FirstLine)
{
    /// <summary>True when most rows have the other sign.</summary>
    public bool IsReversed { get; init; }

    /// <summary>True when the witness names the direction; false when it is only inferred from the voltage.</summary>
    public bool IsCertain { get; init; }
}
