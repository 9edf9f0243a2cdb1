using BenchmarkDotNet.Attributes;
using MppDigital.Benchmarks.Rows;
using MppDigital.National.Registry;
using MppDigital.National.Seeding;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Benchmarks.Tenancy;

/// <summary>The look-up that begins every request, on all 514 hosts as a Host header brings them, and on strangers.</summary>
[MemoryDiagnoser]
public class TenantResolution
{
    public const int Strangers = 16;

    private RegistrySnapshot registry = null!;
    private string[] hosts = [];

    [GlobalSetup]
    public void Read()
    {
        var regencies = Seed.Read(SeedFolder.Find()).Regencies.Select(r => new Regency
        {
            Code = r.Code,
            Name = r.Name,
            Slug = r.Slug,
            ProvinceCode = r.ProvinceCode,
            Province = r.Province,
            Zone = r.Zone,
            ZoneAbbreviation = r.Zone.Id,
            Stage = RegencyStage.Live,
        }).ToList();
        registry = new RegistrySnapshot(regencies, "mpp.localhost");
        hosts = [.. regencies.Select(r => $"{r.Slug}.mpp.localhost:5080"), .. Enumerable.Range(0, Strangers).Select(n => $"stranger-{n}.mpp.localhost:5080")];
    }

    [Benchmark(OperationsPerInvoke = 514 + Strangers)]
    public int FindEveryHost()
    {
        var found = 0;
        foreach (var host in hosts)
        {
            if (registry.FindByHost(host) is not null) found++;
        }

        return found == 514 ? found : throw new InvalidOperationException($"{found} of 514 hosts were found.");
    }
}
