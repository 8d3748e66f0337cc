using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Voltloop.Core.Problems;

namespace Voltloop.Web.Composition;

/// <summary>
/// Settings of the house and its rooms, the same for the server and for a verb: <c>settings.json</c> in the data directory, and the
/// environment, with or without <c>VOLTLOOP_</c> in front; what is said later counts.
/// </summary>
public sealed partial class HouseSettings
{
    /// <summary>Name of the settings file in the data directory.</summary>
    public const string FileName = "settings.json";

    /// <summary>What stands in front of the names of variables that are meant for this program.</summary>
    public const string Prefix = "VOLTLOOP_";

    /// <summary>Reads settings from where they were gathered.</summary>
    /// <param name="all">All of them.</param>
    public HouseSettings(IConfigurationRoot all) => All = all;

    /// <summary>All of them, with where each comes from.</summary>
    public IConfigurationRoot All { get; }

    /// <summary>Reads the settings of a data directory.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.MalformedInput"/>: the file is no JSON.</exception>
    public static HouseSettings Load(string directory)
    {
        var file = Path.GetFullPath(Path.Combine(directory, FileName));
        try
        {
            return new(new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables().AddEnvironmentVariables(Prefix).Build());
        }
        catch (InvalidDataException broken)
        {
            throw new ProblemException(
                new Problem(CommonProblems.MalformedInput, $"{FileName} is no JSON: {(broken.InnerException ?? broken).Message}", file, "Mend it, or move it away: ./run config then shows what holds without it."), broken);
        }
    }

    /// <summary>A section as its type; defaults where nothing is set.</summary>
    /// <param name="section">Name of the section, for example <c>Tracing:Capture</c>.</param>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidValue"/>: a value is not of its kind.</exception>
    public T Get<T>(string section)
        where T : new()
    {
        var found = new T();
        Bind(section, found);
        return found;
    }

    /// <summary>Writes what a section says over the defaults of its type.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidValue"/>: a value is not of its kind.</exception>
    public void Bind<T>(string section, T defaults)
    {
        foreach (var list in Lists(defaults!.GetType()).Where(list => All.GetSection($"{section}:{list.Name}").GetChildren().Any())) list.SetValue(defaults, Empty(list.PropertyType));
        try
        {
            All.GetSection(section).Bind(defaults);
        }
        catch (InvalidOperationException wrong)
        {
            // The message of the binder repeats the value, which may be a secret; its key is enough.
            var key = KeyInMessage().Match(wrong.Message) is { Success: true } named ? named.Groups["key"].Value : section;
            throw new ProblemException(new Problem(CommonProblems.InvalidValue, $"The setting {key} has a value of another kind.", key, "./run config shows what kind each setting is."), wrong);
        }
    }

    // The binder adds to a list that is there; who names a list means that one, and not the usual one with more.
    private static IEnumerable<PropertyInfo> Lists(Type type) =>
        type.GetProperties().Where(property => property.CanWrite && property.PropertyType.IsGenericType && property.PropertyType.GetGenericArguments() is [var element] && property.PropertyType.IsAssignableFrom(typeof(List<>).MakeGenericType(element)));

    private static object Empty(Type list) => Activator.CreateInstance(typeof(List<>).MakeGenericType(list.GetGenericArguments()))!;

    [GeneratedRegex("at '(?<key>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyInMessage();
}
