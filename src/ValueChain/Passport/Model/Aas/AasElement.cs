namespace Voltloop.Passport.Model.Aas;

/// <summary>An element of a submodel template of the Asset Administration Shell.</summary>
/// <param name="Path">idShorts with <c>/</c> between; <c>*</c> is an element of a list; empty for the submodel itself.</param>
/// <param name="ModelType">Property, MultiLanguageProperty, SubmodelElementCollection, ...</param>
/// <param name="ValueType">XSD type of a property, or content type of a file; the idShort of the submodel itself.</param>
/// <param name="SemanticId">What the element means.</param>
internal sealed record AasElement(string Path, string ModelType, string ValueType, string SemanticId);
