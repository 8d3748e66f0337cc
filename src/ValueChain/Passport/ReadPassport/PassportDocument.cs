using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Passport.Model;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Web.Formatting;

namespace Voltloop.Passport.ReadPassport;

/// <summary>A passport as JSON: sections with values, each with unit and provenance.</summary>
public sealed record PassportDocument
{
    /// <summary>Identifier of the item or model.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public required ThingKind Kind { get; init; }

    /// <summary>Short name.</summary>
    public required string Label { get; init; }

    /// <summary>Model whose data the item resolves.</summary>
    public string? Model { get; init; }

    /// <summary>Who reads it: <c>operator</c> for who answers for the thing, <c>public</c>, or the audiences of the caller.</summary>
    public required string Audience { get; init; }

    /// <summary>Sections with at least one value, in the order of the vocabulary.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>A section.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Values">Values in the order of the vocabulary.</param>
    public sealed record Section(string Title, IReadOnlyList<Entry> Values);

    /// <summary>A value.</summary>
    public sealed record Entry
    {
        /// <summary>Term of the vocabulary.</summary>
        public required string Term { get; init; }

        /// <summary>Name of the term.</summary>
        public required string Label { get; init; }

        /// <summary>The value, in <see cref="Unit"/>.</summary>
        public required JsonElement Value { get; init; }

        /// <summary>Unit of the value.</summary>
        public string? Unit { get; init; }

        /// <summary>Interval around the value, in its unit.</summary>
        public Interval? Uncertainty { get; init; }

        /// <summary>From when on it holds (UTC).</summary>
        public required DateTimeOffset ValidFrom { get; init; }

        /// <summary>True when the item resolves it from its model.</summary>
        public required bool FromModel { get; init; }

        /// <summary>Data point of the guidance of the European Commission.</summary>
        public string? DataPoint { get; init; }

        /// <summary>Article or annex behind the term.</summary>
        public string? Provision { get; init; }

        /// <summary>How the value came about.</summary>
        public required string Method { get; init; }

        /// <summary>Who claims it.</summary>
        public required string Issuer { get; init; }

        /// <summary>When the record took it (UTC).</summary>
        public required DateTimeOffset RecordedAt { get; init; }

        /// <summary>Where all about it can be read.</summary>
        public required string Provenance { get; init; }

        internal static Entry Of(PassportEntry entry)
        {
            var (statement, recorded) = (entry.Recorded.Statement, entry.Recorded);
            return new Entry
            {
                Term = entry.Term.Id,
                Label = entry.Term.Label,
                Value = statement.Value.AsElement(),
                Unit = statement.Unit,
                Uncertainty = statement.Uncertainty,
                ValidFrom = statement.ValidFrom,
                FromModel = entry.FromModel,
                DataPoint = entry.Term.DataPoint,
                Provision = entry.Term.Provision,
                Method = statement.Evidence.Method,
                Issuer = recorded.Issuer,
                RecordedAt = recorded.RecordedAt,
                Provenance = ThingLinks.Provenance(recorded),
            };
        }
    }

    internal static PassportDocument Of(PassportView view) => new()
    {
        Id = view.Thing.Id.Value,
        Kind = view.Thing.Kind,
        Label = view.Thing.Label,
        Model = view.Thing.Model?.Value,
        Audience = view.Audience,
        Sections = view.Sections.Select(section => new Section(section.Title, section.Entries.Select(Entry.Of).ToList())).ToList(),
    };
}
