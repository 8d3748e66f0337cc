namespace Voltloop.Passport.Model;

/// <summary>What a calculation of costs starts from. Each figure can be changed; the measured ones are proposals as well.</summary>
internal sealed record CostAssumptions
{
    /// <summary>Passports kept.</summary>
    public double Batteries { get; init; } = 10_000;

    /// <summary>Updates of one passport in a year.</summary>
    public double UpdatesPerYear { get; init; } = 365;

    /// <summary>Years to look ahead.</summary>
    public double Years { get; init; } = 10;

    /// <summary>Bytes of one passport when it begins.</summary>
    public double BytesPerPassport { get; init; }

    /// <summary>Bytes that one update adds and that stay.</summary>
    public double BytesPerUpdate { get; init; }

    /// <summary>Processor time of one update on one node, in ms.</summary>
    public double CpuMillisecondsPerUpdate { get; init; }

    /// <summary>Further nodes that keep everything, such as a back-up provider (Article 10 of the ESPR).</summary>
    public double SecondNodes { get; init; } = 1;

    /// <summary>Copies kept as back-up files.</summary>
    public double Backups { get; init; } = 2;

    /// <summary>Price of keeping 10^9 bytes for a month.</summary>
    public double PricePerGigabyteMonth { get; init; } = 0.10;

    /// <summary>Price of an hour of one processor.</summary>
    public double PricePerCpuHour { get; init; } = 0.05;
}
