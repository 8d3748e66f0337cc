using System.Text.Json;
using System.Text.Json.Serialization;
using Voltloop.Passport.CreatePassport;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ImportVoltloop;

/// <summary>Voltloop's own file of passports: things and what is stated of them.</summary>
internal sealed record VoltloopPassportFile
{
    /// <summary>Value of <see cref="Format"/>.</summary>
    public const string FormatName = "voltloop-passport";

    /// <summary>Newest version that is read and written.</summary>
    public const int NewestVersion = 1;

    /// <summary>How it is read: unknown members are refused, so that a misspelling is never lost.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonOutput.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary><see cref="FormatName"/>.</summary>
    public required string Format { get; init; }

    /// <summary>Version of the format.</summary>
    public required int Version { get; init; }

    /// <summary>Remark for people.</summary>
    public string? Note { get; init; }

    /// <summary>Who claims the facts; the person importing when absent.</summary>
    public string? Issuer { get; init; }

    /// <summary>Things.</summary>
    public IReadOnlyList<ThingDraft> Things { get; init; } = [];

    /// <summary>Facts.</summary>
    public IReadOnlyList<StatementDraft> Statements { get; init; } = [];

    /// <summary>A thing of the file.</summary>
    public sealed record ThingDraft
    {
        /// <summary>Identifier.</summary>
        public required string Id { get; init; }

        /// <summary>What sort of thing.</summary>
        public required ThingKind Kind { get; init; }

        /// <summary>Short name.</summary>
        public required string Label { get; init; }

        /// <summary>Model whose data it resolves.</summary>
        public string? Model { get; init; }

        /// <summary>Further identifiers.</summary>
        public IReadOnlyList<string> Aliases { get; init; } = [];
    }
}
