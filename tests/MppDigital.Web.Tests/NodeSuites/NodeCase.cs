using Xunit.Abstractions;

namespace MppDigital.Web.Tests.NodeSuites;

/// <summary>Carries the name of a case whole: the runner cuts plain strings after 50 characters.</summary>
public sealed class NodeCase : IXunitSerializable
{
    public string Name { get; set; } = "";

    public void Deserialize(IXunitSerializationInfo info) => Name = info.GetValue<string>(nameof(Name));

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(Name), Name);

    public override string ToString() => Name;
}
