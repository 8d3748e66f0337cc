namespace Voltloop.Tracing.Model.Custody;

/// <summary>
/// Keeps account of claims so that never more is claimed than eligible input covers. Input is multiplied by the conversion factor
/// first: what the process keeps.
/// </summary>
/// <param name="method">How it is accounted.</param>
/// <param name="months">Credit: months until it expires. Rolling average: months it looks back over.</param>
/// <param name="conversion">Part of the input that reaches the output, above 0 to 1.</param>
internal sealed class ClaimAccount(ClaimMethod method, int months, double conversion = 1)
{
    // Sums of masses are compared with this much room for rounding.
    private const double Rounding = 1e-9;

    private readonly List<(DateTimeOffset At, double Left)> _credits = [];
    private readonly List<ClaimEntry> _inputs = [];

    /// <summary>kg that were claimed and are covered.</summary>
    public double Issued { get; private set; }

    /// <summary>kg of credit that expired.</summary>
    public double Expired { get; private set; }

    /// <summary>kg that may be claimed of an output of so much mass, at a moment.</summary>
    public double Available(DateTimeOffset at, double output) => Math.Min(Uncovered, method == ClaimMethod.Credit ? Credits(at) : output * Part(at));

    /// <summary>kg that can still be claimed at a moment, of whatever output.</summary>
    public double Left(DateTimeOffset at) => Math.Max(0, method == ClaimMethod.Credit ? Math.Min(Uncovered, Credits(at)) : Uncovered);

    /// <summary>Books an entry; entries come in the order of time.</summary>
    /// <returns>kg claimed without cover: 0 when all is well. What is not covered is not issued.</returns>
    public double Book(ClaimEntry entry)
    {
        if (entry.IsInput)
        {
            _inputs.Add(entry);
            _credits.Add((entry.At, entry.Claimed * conversion));
            return 0;
        }

        var covered = Math.Min(entry.Claimed, Available(entry.At, entry.Mass * (1 + Rounding)));
        Use(covered);
        Issued += covered;
        return entry.Claimed - covered <= Rounding * Math.Max(1, entry.Mass) ? 0 : entry.Claimed - covered;
    }

    // Whatever the method: over all time never more is issued than came in.
    private double Uncovered => (_inputs.Sum(input => input.Claimed) * conversion) - Issued;

    private double Credits(DateTimeOffset at)
    {
        Expired += _credits.Where(credit => credit.At.AddMonths(months) <= at).Sum(credit => credit.Left);
        _credits.RemoveAll(credit => credit.At.AddMonths(months) <= at);
        return _credits.Sum(credit => credit.Left);
    }

    private double Part(DateTimeOffset at)
    {
        ClaimEntry[] recent = [.. _inputs.Where(input => input.At.AddMonths(months) > at && input.At <= at)];
        var all = recent.Sum(input => input.Mass);
        return all > 0 ? Math.Min(1, recent.Sum(input => input.Claimed) / all) : 0;
    }

    // The oldest credit goes first: it expires first.
    private void Use(double amount)
    {
        for (var i = 0; i < _credits.Count && amount > 0; i++)
        {
            var used = Math.Min(amount, _credits[i].Left);
            _credits[i] = (_credits[i].At, _credits[i].Left - used);
            amount -= used;
        }
    }
}
