using Microsoft.Extensions.Configuration;
using Voltloop.Web.Access;

namespace Voltloop.Web.Composition;

/// <summary>
/// Settings of the house for its rooms, the same for the server and for a verb: <c>settings.json</c> in the data directory, and the
/// environment, with or without <c>VOLTLOOP_</c> in front.
/// </summary>
/// <param name="All">All of them.</param>
public sealed record HouseSettings(IConfiguration All)
{
    /// <summary>Reads the settings of a data directory.</summary>
    public static HouseSettings Load(string directory) => new(new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath(Path.Combine(directory, AccessSettings.FileName)), optional: true)
        .AddEnvironmentVariables()
        .AddEnvironmentVariables("VOLTLOOP_").Build());
}
