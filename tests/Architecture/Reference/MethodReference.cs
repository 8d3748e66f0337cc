using System.Reflection;
using Voltloop.App;
using Voltloop.Core.Provenance;

namespace Voltloop.Tests.Architecture.Reference;

/// <summary>Every method behind statements that the program computes, from where the rooms declare them.</summary>
internal static class MethodReference
{
    public static string Write()
    {
        var page = new MarkdownPage("Methods", "The methods that rooms declare for what they state; reference and validity stand beside each value on its page. Methods of results that are only shown, with the rest of their limits, stand in the README of each room.");
        foreach (var room in House.Rooms.Select(r => r.GetType().Assembly).Distinct())
        {
            Evidence[] methods = [.. room.GetTypes().SelectMany(Declared).DistinctBy(e => (e.Method, e.Validity)).OrderBy(e => e.Method, StringComparer.Ordinal)];
            if (methods.Length == 0) continue;
            page.Heading(2, room.GetName().Name!["Voltloop.".Length..]);
            page.Table(["method", "reference", "valid where"], methods.Select(m => new[] { $"`{m.Method}`", m.Reference ?? "–", m.Validity ?? "–" }));
        }

        return page.ToString();
    }

    private static IEnumerable<Evidence> Declared(Type type) =>
        type.ContainsGenericParameters
            ? []
            : type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(field => field.FieldType == typeof(Evidence))
                .Select(field => (Evidence)field.GetValue(null)!);
}
