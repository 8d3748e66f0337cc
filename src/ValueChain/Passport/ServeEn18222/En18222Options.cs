namespace Voltloop.Passport.ServeEn18222;

/// <summary>Settings of the EN 18222 API, section <c>Passport:En18222</c> of the configuration.</summary>
public sealed class En18222Options
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Passport:En18222";

    /// <summary>Profile of answers to callers that name none; see <c>profiles.csv</c>.</summary>
    public string Profile { get; set; } = "en18222";

    /// <summary>Audiences that may still read the archive of a passport that has ceased to exist.</summary>
    public IReadOnlyList<string> ArchiveAudiences { get; set; } = ["authority", "commission", "operator"];
}
