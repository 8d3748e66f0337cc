namespace Voltloop.Health.Model.Telemetry;

/// <summary>Under a steady current the voltage of a battery rises while it is charged and falls while it is discharged: a witness for the sign.</summary>
/// <param name="For">Steps that agree.</param>
/// <param name="Against">Steps that do not.</param>
internal readonly record struct SignVotes(long For, long Against)
{
    private const int FewestVotes = 40;
    private const double Majority = 0.8;
    private const double SteadyShare = 0.02;
    private const double LeastVolt = 0.0005;

    /// <summary>True when most steps say that the current has the other sign.</summary>
    public bool IsReversed => For + Against >= FewestVotes && Against > Majority * (For + Against);

    /// <summary>With the vote of one step.</summary>
    /// <param name="ampere">Current before and after, A.</param>
    /// <param name="volt">Change of the voltage, V.</param>
    /// <param name="least">Smallest current that counts, A.</param>
    public SignVotes With((double Before, double After) ampere, double volt, double least)
    {
        var steady = Math.Abs(ampere.After) >= least && Math.Abs(ampere.After - ampere.Before) <= SteadyShare * Math.Abs(ampere.After);
        if (!steady || !(Math.Abs(volt) >= LeastVolt)) return this;
        return volt > 0 == ampere.After > 0 ? this with { For = For + 1 } : this with { Against = Against + 1 };
    }
}
