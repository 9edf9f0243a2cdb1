using MppDigital.National.Catalog;
using MppDigital.National.LifeEvents;

namespace MppDigital.National.Seeding;

/// <summary><c>life-events/*.json</c>: bundles of services. A folder that is not there means that none are bundled.</summary>
internal static class LifeEventsFolder
{
    private const string Folder = "life-events";

    public static IReadOnlyList<LifeEventDefinition> Read(string folder) => [.. Files(folder).Select(f => f.Json.As<LifeEventDefinition>())];

    /// <exception cref="SeedException">The first fault found, judged against the services of the same seed.</exception>
    public static void Check(string folder, IReadOnlyList<ServiceDefinition> services)
    {
        var byCode = services.ToDictionary(s => s.Code, StringComparer.Ordinal);
        foreach (var (name, json) in Files(folder))
        {
            var happening = json.As<LifeEventDefinition>();
            if (LifeEventRules.Check(happening, byCode.GetValueOrDefault) is [var fault, ..]) throw json.Fault(fault.Path, fault.Expected.ToString());
            if (name != $"{happening.Code}.json") throw json.Fault("$.code", $"'{Path.GetFileNameWithoutExtension(name)}', the name of the file");
        }
    }

    private static IEnumerable<(string Name, SeedJson Json)> Files(string folder) =>
        !Directory.Exists(Path.Combine(folder, Folder)) ? []
            : Directory.GetFiles(Path.Combine(folder, Folder), "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).Select(name => (name, new SeedJson(folder, $"{Folder}/{name}")));
}
