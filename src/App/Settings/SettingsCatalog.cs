using Voltloop.Web.Composition;

namespace Voltloop.App.Settings;

/// <summary>All settings of this build.</summary>
public static class SettingsCatalog
{
    /// <summary>Variables of the environment beside the settings, with what holds without them.</summary>
    public static IReadOnlyList<(string Name, string Default, string Meaning)> Variables => HouseSections.Variables;

    /// <summary>Every setting with its default and what holds.</summary>
    /// <param name="settings">What was set.</param>
    /// <exception cref="Core.Problems.ProblemException">A value is not of its kind.</exception>
    public static IReadOnlyList<Setting> Read(HouseSettings settings) => new SettingsReader(settings).Read(Sections());

    /// <summary>Names that were set and that nothing reads, one line each.</summary>
    public static IReadOnlyList<UnknownSetting> Unknown(HouseSettings settings) => UnknownSettings.Find(settings, Read(settings));

    // Rooms declare sections among their services; nothing is made of them here, so no store has to be open.
    private static IEnumerable<SettingsSection> Sections()
    {
        var services = new ServiceCollection();
        services.AddHouseSections();
        foreach (var room in House.Rooms) room.AddServices(services);
        return services.Select(service => service.ImplementationInstance).OfType<SettingsSection>();
    }
}
