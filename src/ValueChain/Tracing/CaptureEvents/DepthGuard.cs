using System.Xml;
using Voltloop.Core.Problems;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>Passes XML on until it nests too deep.</summary>
/// <param name="inner">Where the XML comes from.</param>
/// <param name="most">Deepest nesting.</param>
internal sealed class DepthGuard(XmlReader inner, int most) : XmlReader
{
    public override int AttributeCount => inner.AttributeCount;

    public override string BaseURI => inner.BaseURI;

    public override int Depth => inner.Depth;

    public override bool EOF => inner.EOF;

    public override bool IsEmptyElement => inner.IsEmptyElement;

    public override string LocalName => inner.LocalName;

    public override XmlNameTable NameTable => inner.NameTable;

    public override string NamespaceURI => inner.NamespaceURI;

    public override XmlNodeType NodeType => inner.NodeType;

    public override string Prefix => inner.Prefix;

    public override ReadState ReadState => inner.ReadState;

    public override string Value => inner.Value;

    public override string GetAttribute(int i) => inner.GetAttribute(i);

    public override string? GetAttribute(string name) => inner.GetAttribute(name);

    public override string? GetAttribute(string name, string? namespaceURI) => inner.GetAttribute(name, namespaceURI);

    public override string? LookupNamespace(string prefix) => inner.LookupNamespace(prefix);

    public override bool MoveToAttribute(string name) => inner.MoveToAttribute(name);

    public override bool MoveToAttribute(string name, string? ns) => inner.MoveToAttribute(name, ns);

    public override bool MoveToElement() => inner.MoveToElement();

    public override bool MoveToFirstAttribute() => inner.MoveToFirstAttribute();

    public override bool MoveToNextAttribute() => inner.MoveToNextAttribute();

    public override bool ReadAttributeValue() => inner.ReadAttributeValue();

    public override void ResolveEntity() => inner.ResolveEntity();

    public override bool Read() => inner.Read() && (inner.Depth <= most
        ? true
        : throw new ProblemException(CommonProblems.LimitExceeded, $"Elements nest more than {most} deep."));
}
