namespace Voltloop.Tracing.Model.Factory;

/// <summary>What went into something: its mass, and which stretch of a coil.</summary>
/// <param name="Id">What went in.</param>
/// <param name="Into">Into what; <c>null</c> for all.</param>
/// <param name="Kg">Mass, kg; 0 when not said.</param>
internal readonly record struct ChainPart(string Id, string? Into, double Kg)
{
    /// <summary>First metre of the coil <see cref="Id"/>.</summary>
    public double FromMetre { get; init; }

    /// <summary>Metre behind the last one; 0 when it is no coil.</summary>
    public double ToMetre { get; init; }

    /// <summary>Lane, from 1.</summary>
    public int Lane { get; init; }
}
