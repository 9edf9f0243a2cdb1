using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>One kind of answer: its JSON shape, how it is checked, described and read out. A seam: the catalog's vocabulary is closed but wide.</summary>
internal interface IFieldType
{
    /// <summary>The value to store; null after noting what is wrong.</summary>
    JsonNode? Read(JsonElement value, FieldReading at);

    /// <summary>JSON Schema of the value, without title and description.</summary>
    JsonObject Schema(FormField field);

    /// <summary>The stored value in words. Tolerant: a register may hold less than a form asks.</summary>
    string Say(JsonNode value, FormField field, bool english);
}
