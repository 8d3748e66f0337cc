using Voltloop.Core.Identities;

namespace Voltloop.Health.Model.Fleet;

/// <summary>What is known of one battery of the fleet.</summary>
/// <param name="Thing">The battery.</param>
/// <param name="Label">Short name.</param>
/// <param name="StateOfHealth">State of health in % and its standard deviation; 0 where no interval is stated.</param>
internal sealed record FleetMember(ThingId Thing, string Label, (double Value, double Deviation) StateOfHealth)
{
    /// <summary>Loss in % per 100 cycles since new and its standard deviation; <c>null</c> where it cannot be said.</summary>
    public (double Value, double Deviation)? Fade { get; init; }

    /// <summary>Cohort.</summary>
    public string Cohort { get; init; } = "";

    /// <summary>Date of manufacture as stated (year and month at least); <c>null</c> when nobody said.</summary>
    public string? Made { get; init; }

    /// <summary>Samples left out of estimates.</summary>
    public int Flagged { get; init; }

    /// <summary>Faults that its cells seem to have, in words.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
