using System.Text.Json;
using MppDigital.National.Catalog;

namespace MppDigital.National.Seeding;

public sealed record StandardComponents
{
    private const string File = "standard-components.json";

    public required JsonElement Meta { get; init; }

    public required IReadOnlyList<StandardComponent> Components { get; init; }

    /// <exception cref="SeedException">The file is missing or wrong.</exception>
    public static IReadOnlyList<StandardComponent> Read(string folder)
    {
        var json = new SeedJson(folder, File);
        var components = json.As<StandardComponents>().Components;
        if (components.Count != 14) throw json.Fault("$.components", $"14 components, not {components.Count}");
        foreach (var (i, component) in components.Index())
        {
            if (component.Order != i + 1) throw json.Fault($"$.components[{i}].order", $"{i + 1}");
            if (component.Source == "national" && (component.TextId is null || component.TextEn is null)) throw json.Fault($"$.components[{i}]", "text_id and text_en");
        }

        return components;
    }
}
