using MppDigital.Web.Tests.NodeSuites;

namespace MppDigital.Web.Tests.OpenIdClient;

/// <summary>Skipped, with the reason, where Node or its packages are missing; infra/test.sh installs both.</summary>
internal sealed class OpenIdClientTheoryAttribute : TheoryAttribute
{
    public OpenIdClientTheoryAttribute() => Skip = NodeSuite.OpenIdClient.Missing;
}

/// <inheritdoc cref="OpenIdClientTheoryAttribute"/>
internal sealed class OpenIdClientFactAttribute : FactAttribute
{
    public OpenIdClientFactAttribute() => Skip = NodeSuite.OpenIdClient.Missing;
}
