using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.App.Settings;
using Voltloop.Core.Problems;
using Voltloop.Web.Composition;

namespace Voltloop.App.Verbs;

/// <summary><c>config</c>: every setting with its default, what holds and who set it, and names that nothing reads.</summary>
internal static class ConfigVerb
{
    private static readonly Argument<string?> Section = new("SECTION") { Description = "Only settings whose name begins so, for example Telemetry.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Set = new("--set") { Description = "Only what somebody set." };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command(
            "config",
            $"Print every setting: its default, what holds, who set it, what it means. Settings stand in {HouseSettings.FileName} of the data directory or in the environment. "
            + "A name that nothing reads is reported, with exit code 2. Needs no store and runs beside a server.\n\nExample: ./run config Telemetry --data ./mine") { Section, Set };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context, host.Directory(parsed)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context, string directory)
    {
        var settings = HouseSettings.Load(directory);
        var all = SettingsCatalog.Read(settings);
        var unknown = UnknownSettings.Find(settings, all);
        Setting[] shown = [.. all.Where(setting => IsAsked(setting, parsed))];
        if (shown.Length == 0 && parsed.GetValue(Section) is { } section && !all.Any(setting => setting.Key.StartsWith(section, StringComparison.OrdinalIgnoreCase)))
            throw new ProblemException(CommonProblems.NotFound, $"No setting begins with \"{section}\".", "SECTION", $"One of: {string.Join(", ", all.Select(setting => setting.Key.Split(':')[0]).Distinct(StringComparer.Ordinal))}.");
        await VerbReport.WriteAsync(context, new { directory, settings = shown, unknown }, Text(directory, shown, unknown));
        return unknown.Count == 0 ? 0 : CommonProblems.InvalidValue.ExitCode;
    }

    private static bool IsAsked(Setting setting, ParseResult parsed) =>
        setting.Key.StartsWith(parsed.GetValue(Section) ?? "", StringComparison.OrdinalIgnoreCase) && (!parsed.GetValue(Set) || setting.From != "default");

    private static string Text(string directory, Setting[] shown, IReadOnlyList<UnknownSetting> unknown) => string.Join(
        '\n',
        [
            $"Settings of {directory}",
            .. shown.Length == 0 ? ["Nothing is set; everything has its default."] : shown.Select(Block),
            .. unknown.Select(one => $"! {one}"),
        ]);

    private static string Block(Setting setting) =>
        $"\n{setting.Key} = {setting.Value ?? "(nothing)"}   [{(setting.From == "default" ? "default" : $"{setting.From}; default {setting.Default ?? "nothing"}")}]\n"
        + $"    {setting.Meaning}\n    {setting.Kind}; {setting.Variable}";
}
