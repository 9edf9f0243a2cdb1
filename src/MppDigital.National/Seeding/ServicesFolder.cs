using MppDigital.National.Catalog;

namespace MppDigital.National.Seeding;

internal static class ServicesFolder
{
    private const string Folder = "services";

    public static IReadOnlyList<ServiceDefinition> Read(string folder)
    {
        var path = Path.Combine(folder, Folder);
        if (!Directory.Exists(path)) throw new SeedException(Folder, 0, "-", "the folder to exist");
        var files = Directory.GetFiles(path, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new SeedException(Folder, 0, "-", "at least one definition");
        var services = files.Select(file => (File: $"{Folder}/{file}", Definition: Read(folder, file))).ToList();
        var agencies = services.Select(s => s.Definition.Agency.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (file, service) in services)
        {
            foreach (var (i, step) in service.Workflow.Index())
            {
                if (!agencies.Contains(step.Agency)) throw new SeedJson(folder, file).Fault($"$.workflow[{i}].agency", $"an agency that has a service ('{step.Agency}' has none)");
            }
        }

        return [.. services.Select(s => s.Definition)];
    }

    private static ServiceDefinition Read(string folder, string file)
    {
        var json = new SeedJson(folder, $"{Folder}/{file}");
        var service = json.As<ServiceDefinition>();
        if (DefinitionRules.Check(service) is [var fault, ..]) throw json.Fault(fault.Path, fault.Expected.ToString());
        if (file != $"{service.Code}.json") throw json.Fault("$.code", $"'{Path.GetFileNameWithoutExtension(file)}', the name of the file");
        return service;
    }
}
