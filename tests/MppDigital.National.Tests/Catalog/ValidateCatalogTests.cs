using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tests.Catalog;

public sealed class ValidateCatalogTests
{
    private readonly ValidateCatalogHandler handler = new();

    [Fact]
    public async Task Finds_the_56_definitions_right()
    {
        var validation = await ValidateAsync(Path.Combine(SeedFolder.Original, "services"));

        Assert.Equal(56, validation.Services);
        Assert.Empty(validation.Faults);
    }

    [Fact]
    public async Task Tells_every_fault_at_once()
    {
        using var seed = new SeedFolder();
        seed.Replace("services/DPM-SIP-04.json", "\"type\": \"facility\"", "\"type\": \"hospital\"");
        seed.Replace("services/DPM-SIP-04.json", "\"amount_idr\": 0", "\"amount_idr\": 5");
        seed.Replace("services/DKC-KK-01.json", "\"two_person\"", "\"unknown\": 1, \"two_person\"");
        File.Move(Path.Combine(seed.Path, "services", "PLN-SBR-01.json"), Path.Combine(seed.Path, "services", "PLN-SBR-02.json"));

        var validation = await ValidateAsync(Path.Combine(seed.Path, "services"));

        Assert.Equal(["DKC-KK-01.json", "DPM-SIP-04.json", "DPM-SIP-04.json", "PLN-SBR-02.json"], validation.Faults.Select(f => f.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refuses_a_folder_that_is_not_there()
    {
        var outcome = await handler.HandleAsync(new ValidateCatalog("/nowhere/services"), CancellationToken.None);

        Assert.Equal(ProblemKind.NotFound, outcome.Problem?.Kind);
    }

    private async Task<CatalogValidation> ValidateAsync(string folder)
    {
        var outcome = await handler.HandleAsync(new ValidateCatalog(folder), CancellationToken.None);
        Assert.True(outcome.Succeeded);
        return outcome.Value;
    }
}
