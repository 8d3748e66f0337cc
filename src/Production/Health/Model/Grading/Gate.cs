namespace Voltloop.Health.Model.Grading;

/// <summary>One routine check.</summary>
/// <param name="Name">age, visual, insulation, self-discharge or history.</param>
/// <param name="Outcome">passed, failed or no-evidence.</param>
/// <param name="Detail">What was found against what limit.</param>
internal sealed record Gate(string Name, string Outcome, string Detail)
{
    /// <summary>The cell keeps the limit.</summary>
    public const string Passed = "passed";

    /// <summary>The cell breaks the limit.</summary>
    public const string Failed = "failed";

    /// <summary>Nothing is known.</summary>
    public const string Unknown = "no-evidence";
}
