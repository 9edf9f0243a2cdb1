using MppDigital.Platform.Certificates;

namespace MppDigital.Connectors.Bsre;

/// <summary>The root of the simulated authority, as long as this process lives. In Development only.</summary>
public sealed class SimulatedRoot(TimeProvider clock)
{
    private readonly Lazy<SigningKey> key = new(() => CertificateAuthority.NewRoot("CONTOH Otoritas Sertifikat", "CONTOH Simulator BSrE", clock.GetUtcNow()));

    internal SigningKey Key => key.Value;
}
