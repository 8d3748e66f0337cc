using Microsoft.Extensions.Configuration;
using Voltloop.App.Settings;
using Voltloop.Web.Composition;

namespace Voltloop.Tests.Architecture.Reference;

/// <summary>Every setting with its default, from the sections that house and rooms declare.</summary>
internal static class SettingsReference
{
    public static string Write()
    {
        var page = new MarkdownPage(
            "Settings",
            $"Every setting with its default. They stand in `{HouseSettings.FileName}` of the data directory (`{{ \"Access\": {{ \"MaxFailures\": 3 }} }}`), or in the environment: `{HouseSettings.Prefix}` and the name with two underscores for each colon (`VOLTLOOP_ACCESS__MAXFAILURES=3`), which wins. "
            + "`./run config` shows what holds and who set it, and names what nothing reads. `N` stands for a number from 0, `NAME` for a name.");
        page.Heading(2, "Variables of the environment alone");
        page.Table(["variable", "without it", "meaning"], SettingsCatalog.Variables.Select(v => new[] { $"`{v.Name}`", v.Default, v.Meaning }));
        foreach (var section in SettingsCatalog.Read(new HouseSettings(new ConfigurationBuilder().Build())).GroupBy(setting => setting.Key.Split(':')[0]))
        {
            page.Heading(2, section.Key);
            page.Table(["setting", "default", "kind", "meaning"], section.Select(s => new[] { $"`{s.Key}`", s.Default ?? "–", s.Kind, s.Meaning }));
        }

        return page.ToString();
    }
}
