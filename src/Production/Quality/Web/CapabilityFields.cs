using Voltloop.Quality.AssessCapability;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.Web;

/// <summary>Fields of the form for capability, as typed.</summary>
internal sealed class CapabilityFields
{
    /// <summary>Lower specification limit.</summary>
    public string? Lsl { get; set; }

    /// <summary>Upper specification limit.</summary>
    public string? Usl { get; set; }

    /// <summary>Target.</summary>
    public string? Target { get; set; }

    /// <summary>Standard deviation of the gauge.</summary>
    public string? GaugeSigma { get; set; }

    /// <summary>Which column stands for which name.</summary>
    public string? Columns { get; set; }

    /// <summary>The same as a request.</summary>
    public CapabilityRequest Request() => new(FormNumber.Of(Lsl, "lsl"), FormNumber.Of(Usl, "usl"), FormNumber.Of(Target, "target"), null, FormNumber.Of(GaugeSigma, "gaugeSigma"), Columns);
}
