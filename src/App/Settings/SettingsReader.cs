using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration.Json;
using Voltloop.Web.Composition;

namespace Voltloop.App.Settings;

/// <summary>Every setting of every section, with its default and what holds.</summary>
/// <param name="settings">What was set.</param>
internal sealed class SettingsReader(HouseSettings settings)
{
    /// <summary>Reads all.</summary>
    /// <param name="sections">The sections that the house and its rooms declare.</param>
    /// <exception cref="Core.Problems.ProblemException">A value is not of its kind.</exception>
    public IReadOnlyList<Setting> Read(IEnumerable<SettingsSection> sections) =>
        [.. sections.OrderBy(section => section.Name, StringComparer.Ordinal).SelectMany(Of).DistinctBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase)];

    private IEnumerable<Setting> Of(SettingsSection section)
    {
        var (fresh, bound) = (Activator.CreateInstance(section.Type)!, Activator.CreateInstance(section.Type)!);
        settings.Bind(section.Name, bound);
        return Of(section.Name, fresh, bound);
    }

    private IEnumerable<Setting> Of(string path, object fresh, object bound) =>
        fresh.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsSetting)
            .SelectMany(property => Of($"{path}:{property.Name}", property, (property.GetValue(fresh), property.GetValue(bound))));

    private IEnumerable<Setting> Of(string key, PropertyInfo property, (object? Fresh, object? Bound) values)
    {
        if (values.Bound is IDictionary words) return Named(key, property, words);
        if (ElementOf(property.PropertyType) is { } element) return Listed(key, element, (IEnumerable)values.Bound!);
        return [One(key, property, property.PropertyType, values)];
    }

    private IEnumerable<Setting> Named(string key, PropertyInfo property, IDictionary words)
    {
        var kind = property.PropertyType.GetGenericArguments()[1];
        var set = words.Keys.Cast<string>().Select(name => One($"{key}:{name}", property, kind, (null, words[name])));
        return words.Count > 0 ? set : [One(key + ":NAME", property, kind, (null, null))];
    }

    // Entries that are there; without any, one that says what an entry may hold.
    private IEnumerable<Setting> Listed(string key, Type element, IEnumerable entries)
    {
        var fresh = Activator.CreateInstance(element)!;
        object[] there = [.. entries.Cast<object>()];
        return there.Length == 0 ? Of(key + ":N", fresh, fresh) : there.SelectMany((entry, index) => Of($"{key}:{index}", fresh, entry));
    }

    private Setting One(string key, PropertyInfo property, Type kind, (object? Fresh, object? Bound) values) =>
        new(key, SettingValue.KindOf(kind), SettingValue.Write(key, values.Fresh), DocComments.Of(property)) { Value = SettingValue.Write(key, values.Bound), From = Origin(key) };

    private string Origin(string key)
    {
        var from = settings.All.Providers.LastOrDefault(provider => provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any());
        return from switch { null => "default", JsonConfigurationProvider => HouseSettings.FileName, _ => "environment" };
    }

    private static bool IsSetting(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0 && (property.CanWrite || typeof(IDictionary).IsAssignableFrom(property.PropertyType));

    private static Type? ElementOf(Type list) =>
        list.IsGenericType && list.GetGenericArguments() is [{ IsClass: true } element] && element != typeof(string) ? element : null;
}
