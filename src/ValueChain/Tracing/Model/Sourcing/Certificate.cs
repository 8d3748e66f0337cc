namespace Voltloop.Tracing.Model.Sourcing;

/// <summary>A certificate or due diligence document of a lot or a site.</summary>
/// <param name="Scheme">What it certifies by, for example the name of a standard.</param>
/// <param name="Number">Its number.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="From">First day that it covers.</param>
/// <param name="To">Last day that it covers.</param>
internal sealed record Certificate(string Scheme, string Number, string Issuer, DateOnly From, DateOnly To)
{
    /// <summary>SHA-256 of the document in the record; <c>null</c> when none is attached.</summary>
    public string? Document { get; init; }

    /// <summary>Whether it covers a day.</summary>
    public bool Covers(DateOnly day) => day >= From && day <= To;
}
