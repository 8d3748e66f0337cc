using Voltloop.Quality.DesignExperiment;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.Web;

/// <summary>Fields of the form that plans runs, as typed.</summary>
internal sealed class DesignFields
{
    /// <summary>Kind of design.</summary>
    public string? Kind { get; set; }

    /// <summary>Factors, a line each.</summary>
    public string? Factors { get; set; }

    /// <summary>How often a factorial is halved.</summary>
    public string? Fraction { get; set; }

    /// <summary>Generators.</summary>
    public string? Generators { get; set; }

    /// <summary>Centre points.</summary>
    public string? Centres { get; set; }

    /// <summary>Repeats.</summary>
    public string? Repeats { get; set; }

    /// <summary>Blocks.</summary>
    public string? Blocks { get; set; }

    /// <summary>Seed of the order.</summary>
    public string? Seed { get; set; }

    /// <summary>The same as a request.</summary>
    public ExperimentRequest Request() => new(Kind, Factors, Whole(Fraction, "fraction"), Generators, null, Whole(Centres, "centres"), Whole(Repeats, "repeats"), Whole(Blocks, "blocks"), null, Whole(Seed, "seed"));

    private static int? Whole(string? text, string field) => (int?)FormNumber.Of(text, field);
}
