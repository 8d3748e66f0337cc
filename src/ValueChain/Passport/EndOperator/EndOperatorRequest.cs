namespace Voltloop.Passport.EndOperator;

/// <summary>An operator has ceased to act, for example by insolvency.</summary>
public sealed record EndOperatorRequest
{
    /// <summary>The day; <c>null</c> for today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Operator who answers for its passports from now on; <c>null</c> to name one later.</summary>
    public string? Successor { get; init; }
}
