export default function Page() {
  return <h1>/three</h1>;
}
