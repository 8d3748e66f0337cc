namespace Voltloop.Tracing.Model.Custody;

/// <summary>How much of an element a lot holds, as an event states it.</summary>
/// <param name="Element">Symbol.</param>
/// <param name="MassFraction">0 to 1.</param>
/// <param name="Uncertainty">Standard uncertainty of the fraction; <c>null</c> when none is stated.</param>
internal sealed record ElementContent(string Element, double MassFraction, double? Uncertainty)
{
    /// <summary>The fraction, with the uncertainty that is assumed where none is stated.</summary>
    public Amount Under(CustodyPolicy policy) => new(MassFraction, Uncertainty ?? (policy.AssayUncertainty * MassFraction));
}
