namespace MppDigital.Platform.Secrets;

/// <summary>Where the keys of cookies and tokens lie as rows, so that all nodes share them. Each row is XML whose secret part is sealed by the master key.</summary>
public interface IProtectionKeyRows
{
    IReadOnlyCollection<string> Read();

    void Add(string name, string xml);
}
