namespace MppDigital.Platform.Persistence;

/// <summary>Marks the step after which the registry of regencies can be read; the ones behind it need it.</summary>
public interface IRegistryStep : IProvisioningStep
{
    Task ReadRegistryAsync(CancellationToken ct);
}
