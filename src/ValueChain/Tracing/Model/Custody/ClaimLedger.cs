namespace Voltloop.Tracing.Model.Custody;

/// <summary>The account of claims of a site, an element and a custody model.</summary>
/// <param name="Site">Where.</param>
/// <param name="Element">Symbol.</param>
/// <param name="Model">Custody model of what is shipped with a claim.</param>
internal sealed record ClaimLedger(string Site, string Element, CustodyModel Model)
{
    /// <summary>Part of the input that reaches the output: 1 where nothing is processed.</summary>
    public double Conversion { get; init; } = 1;

    /// <summary>Period by period, from the first movement to the last.</summary>
    public IReadOnlyList<ClaimLine> Lines { get; init; } = [];

    /// <summary>Shipments that claim more than is covered, with what is not, kg.</summary>
    public IReadOnlyList<(MassFlow Flow, double Kg)> Over { get; init; } = [];

    /// <summary>Standard uncertainty of credits less claims, kg: weighings, assays, their shared part and the conversion.</summary>
    public double Uncertainty { get; init; }

    /// <summary>All that was shipped with a claim, kg.</summary>
    public double Claimed => Lines.Sum(line => line.Claimed.Value);

    /// <summary>All that was claimed without cover, kg.</summary>
    public double Uncovered => Over.Sum(claim => claim.Kg);
}
