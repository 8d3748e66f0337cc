using System.CommandLine;
using Voltloop.App;

namespace Voltloop.Tests.Architecture.Reference;

/// <summary>Every verb with its arguments and options, from the command tree.</summary>
internal static class CommandReference
{
    public static string Write()
    {
        var root = VoltloopCommand.Build();
        var page = new MarkdownPage("Command line", "Every verb of `./run`, with what it takes. `./run VERB --help` says the same.");
        page.Heading(2, "Options of every verb");
        page.Table(["option", "meaning"], root.Options.Where(o => o.Recursive && !o.Hidden).Select(o => Option(o)));
        foreach (var verb in root.Subcommands.Where(c => !c.Hidden).OrderBy(c => c.Name, StringComparer.Ordinal)) Verb(page, verb, "");
        return page.ToString();
    }

    private static void Verb(MarkdownPage page, Command verb, string above)
    {
        var name = $"{above} {verb.Name}".Trim();
        page.Heading(above.Length == 0 ? 2 : 3, name);
        var lines = (verb.Description ?? "").ReplaceLineEndings("\n").Split("\n\n", 2);
        page.Paragraph(lines[0].ReplaceLineEndings(" "));
        if (lines.Length > 1) page.Block(lines[1]);
        page.Table(["argument", "meaning"], verb.Arguments.Where(a => !a.Hidden).Select(a => new[] { $"`{a.HelpName ?? a.Name}`", a.Description ?? "" }));
        page.Table(["option", "meaning"], verb.Options.Where(o => !o.Hidden && !o.Recursive && o.Name != "--help").Select(Option));
        foreach (var inner in verb.Subcommands.Where(c => !c.Hidden)) Verb(page, inner, name);
    }

    private static string[] Option(Option option) =>
        [$"`{string.Join("`, `", option.Aliases.Prepend(option.Name))}{(option.HelpName is { } help ? " " + help : "")}`{(option.Required ? " (required)" : "")}", option.Description ?? ""];
}
