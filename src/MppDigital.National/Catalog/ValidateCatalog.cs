using MppDigital.National.Catalog.Definitions;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog;

/// <summary>Checks every definition of a folder and tells all faults at once, for the people who write them.</summary>
public sealed record ValidateCatalog(string ServicesFolder);

public sealed record CatalogValidation(int Services, IReadOnlyList<CatalogFault> Faults);

/// <param name="Path">JSON pointer in the file.</param>
public sealed record CatalogFault(string File, string Path, string Expected);

internal sealed class ValidateCatalogHandler : IUseCase<ValidateCatalog, CatalogValidation>
{
    public async Task<Outcome<CatalogValidation>> HandleAsync(ValidateCatalog input, CancellationToken ct)
    {
        if (!Directory.Exists(input.ServicesFolder)) return Problems.FolderMissing(input.ServicesFolder);
        var faults = new List<CatalogFault>();
        var agencies = new HashSet<string>(StringComparer.Ordinal);
        var services = new List<(string File, ServiceDefinition Definition)>();
        foreach (var path in Directory.GetFiles(input.ServicesFolder, "*.json").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            var check = DefinitionCheck.Of(await File.ReadAllTextAsync(path, ct));
            faults.AddRange(check.Faults.Select(f => new CatalogFault(file, f.Path, f.Expected.ToString())));
            if (check.Mended is { } read) agencies.Add(read.Agency.Code);
            if (check.Definition is { } service) services.Add((file, service));
        }

        foreach (var (file, service) in services)
        {
            if (file != $"{service.Code}.json") faults.Add(new(file, "/code", $"'{Path.GetFileNameWithoutExtension(file)}', the name of the file"));
            faults.AddRange(service.Workflow.Index().Where(w => !agencies.Contains(w.Item.Agency)).Select(w => new CatalogFault(file, $"/workflow/{w.Index}/agency", "an agency that has a service")));
        }

        return new CatalogValidation(services.Count, faults);
    }
}
